import { Module } from '@nestjs/common';
import { Knowledge, type KnowledgeData, type KnowledgeVersion } from '../core/knowledge.js';
import { loadKnowledge } from './load.js';

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

/** Reads the seeds of this package when the application starts; with faults it does not start, and says all of them. */
@Module({
  providers: [{ provide: KnowledgeService, useFactory: () => new KnowledgeService(loadKnowledge()) }],
  exports: [KnowledgeService],
})
export class KnowledgeModule {}
