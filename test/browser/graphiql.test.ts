import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { startService } from '../support/service.js';

describe('GraphiQL in a real browser', () => {
  let service: Awaited<ReturnType<typeof startService>>;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    service = await startService({ SEED: 'demo' });
    await service.app.listen(0, '127.0.0.1');
    address = await service.app.getUrl();
    browser = await chromium.launch({
      executablePath: await sparticuz.executablePath(),
      args: [...sparticuz.args, '--no-sandbox'],
    });
  });

  afterAll(async () => {
    await browser.close();
    await service.stop();
  });

  it('answers the first question at one press of a button, and asks nobody else for anything', async () => {
    const page = await browser.newPage();
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));

    await page.goto(`${address}/graphql`, { waitUntil: 'load' });
    await page.click('button[aria-label^="Execute"]');
    await page.waitForFunction(() => document.querySelector('.result-window')?.textContent.includes('EARLY_RECOVERY'));

    expect(await page.textContent('.result-window')).toContain('EARLY_RECOVERY');
    expect([...hosts].filter((host) => host !== '' && host !== new URL(address).host)).toEqual([]);
  });
});
