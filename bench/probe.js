/**
 * Preloaded into a server that is measured (`node --expose-gc --import ./bench/probe.js`), so that it can be asked
 * what it uses, without a line of its own for that.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process, { cpuUsage, memoryUsage } from 'node:process';

const delay = monitorEventLoopDelay({ resolution: 1 });

const ANSWERS = {
  /** microseconds of CPU so far, of all threads */
  cpu: () => cpuUsage().user + cpuUsage().system,
  /** bytes that are still held after a collection */
  memory: () => {
    globalThis.gc();
    const { heapUsed, external, rss } = memoryUsage();
    return { held: heapUsed + external, rss };
  },
  /** the longest time in ms for which nothing else had a turn, since this was asked before */
  blocked: () => {
    const longest = delay.max / 1e6;
    delay.reset();
    delay.enable();
    return longest;
  },
};

process.on('message', (question) => process.send({ question, answer: ANSWERS[question]() }));
process.channel?.unref();
