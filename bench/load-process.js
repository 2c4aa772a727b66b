/** Load from a process of its own, told what to do by messages; for a bench that runs the service within itself. */
import process from 'node:process';
import { bodyOf, load } from './load.js';
import { stayAside } from './processes.js';
import { PAIRINGS, questions } from './questions.js';

stayAside();
const source = questions(5);
const next = () => bodyOf(PAIRINGS, source.next().value);

process.on('message', async (plan) => process.send(await load({ ...plan, next })));
process.send('ready');
