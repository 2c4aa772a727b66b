import { type DynamicModule, Module } from '@nestjs/common';
import { Knowledge, type KnowledgeData, type KnowledgeVersion } from '../core/knowledge.js';
import { loadKnowledgeUnder } from './protocol-file.js';

const PROTOCOL_PATH = Symbol('PROTOCOL_PATH');

@Module({})
class ProtocolModule {}

/** What Salve knows, for the rooms that ask the core: read once at start, and the same until the process ends. */
export class KnowledgeService {
  /** as the core reads it */
  readonly knowledge: Knowledge;

  constructor(data: KnowledgeData) {
    this.knowledge = new Knowledge(data);
  }

  /** rides on every answer */
  get version(): KnowledgeVersion {
    return this.knowledge.version;
  }
}

/**
 * Reads the seeds of this package when the application starts, and the clinic's protocol over them; with faults it does
 * not start, and says all of them.
 */
@Module({
  providers: [
    {
      provide: KnowledgeService,
      inject: [{ token: PROTOCOL_PATH, optional: true }],
      useFactory: (path?: string | null) => new KnowledgeService(loadKnowledgeUnder(path)),
    },
  ],
  exports: [KnowledgeService],
})
export class KnowledgeModule {
  /** Names the clinic's protocol for the whole house; every room imports the knowledge as it is. */
  static under(path: string | undefined): DynamicModule {
    return {
      module: ProtocolModule,
      global: true,
      providers: [{ provide: PROTOCOL_PATH, useValue: path ?? null }],
      exports: [PROTOCOL_PATH],
    };
  }
}
