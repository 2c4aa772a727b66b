import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { KnowledgeModule, KnowledgeService } from '../../src/knowledge/knowledge.module.js';
import { loadKnowledge } from '../../src/knowledge/load.js';

describe('the knowledge module', () => {
  it('hands one knowledge, with its version, to whoever asks', async () => {
    const app = await NestFactory.createApplicationContext(KnowledgeModule, { logger: false, abortOnError: false });
    const held = app.get(KnowledgeService);
    expect(held.version).toEqual(loadKnowledge().version);
    expect(held.knowledge.tag('unread').name).not.toBe('');
    await app.close();
  });
});
