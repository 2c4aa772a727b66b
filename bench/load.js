/**
 * A load generator: connections that each ask, wait for the answer, and ask again. It speaks HTTP/1.1 on plain
 * sockets, because it must cost less than what it measures.
 */
import { Buffer } from 'node:buffer';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

const HEAD_END = '\r\n\r\n';

/**
 * @typedef {object} Measured
 * @property {number} requests
 * @property {number} seconds    from the first question to the last answer
 * @property {number[]} ms       how long each answer took, ascending
 */

/**
 * Asks for so long, and then waits for the answers that are still under way.
 *
 * @param {object} plan
 * @param {number} plan.port
 * @param {number} plan.connections
 * @param {number} plan.seconds
 * @param {() => string} plan.next       the body of the next question
 * @returns {Promise<Measured>}
 * @throws Error if a question is not answered with data
 */
export async function load({ port, connections, seconds, next }) {
  const ms = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = await Connection.to(port);
      try {
        while (performance.now() < end) {
          const body = next();
          const asked = performance.now();
          requireData(await connection.ask(body));
          ms.push(performance.now() - asked);
        }
      } finally {
        connection.close();
      }
    }),
  );
  const lasted = performance.now() - start;
  return { requests: ms.length, seconds: lasted / 1000, ms: ms.sort((a, b) => a - b) };
}

/**
 * @param {number} port
 * @param {string} body
 * @returns {Promise<any>} what `data` holds
 * @throws Error if the question is not answered with data
 */
export async function ask(port, body) {
  const connection = await Connection.to(port);
  try {
    const answer = await connection.ask(body);
    requireData(answer);
    return JSON.parse(answer.toString()).data;
  } finally {
    connection.close();
  }
}

/** The body of a POST to /graphql. */
export function bodyOf(query, variables) {
  return JSON.stringify({ query, variables });
}

/** One connection that is kept open, with one question at a time. */
class Connection {
  #socket;
  #chunks = [];
  #missing = Infinity;
  #answered;
  #failed;

  constructor(socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#failed?.(error));
    socket.on('close', () => this.#failed?.(new Error('the server closed the connection')));
  }

  static to(port) {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' }, () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
      socket.once('error', reject);
    });
  }

  /** @returns {Promise<Buffer>} the body of the answer */
  ask(body) {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(
        `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}${HEAD_END}${body}`,
      );
    });
  }

  close() {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #take(chunk) {
    if (this.#missing === Infinity) chunk = this.#withoutHead(chunk);
    if (chunk === undefined) return;
    this.#chunks.push(chunk);
    this.#missing -= chunk.length;
    if (this.#missing > 0) return;

    const body = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#missing = Infinity;
    this.#answered(body);
  }

  /** @returns {Buffer | undefined} what follows the head; undefined while the head is not whole */
  #withoutHead(chunk) {
    const received = this.#chunks.length === 0 ? chunk : Buffer.concat([...this.#chunks, chunk]);
    const headEnd = received.indexOf(HEAD_END);
    if (headEnd === -1) {
      this.#chunks = [received];
      return undefined;
    }
    const head = received.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) throw new Error(`an answer does not say how long it is: ${head}`);
    this.#chunks = [];
    this.#missing = Number(length);
    return received.subarray(headEnd + HEAD_END.length);
  }
}

const DATA = Buffer.from('{"data":{');

function requireData(answer) {
  if (!answer.subarray(0, DATA.length).equals(DATA)) throw new Error(`refused: ${answer.toString().slice(0, 500)}`);
}
