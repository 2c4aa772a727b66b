import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { ReferenceResolver } from './reference.resolver.js';
import { ReferenceService } from './reference.service.js';

/** The knowledge itself, for those who ask: ingredients, classes, sources, concerns. It judges nothing. */
@Module({ imports: [KnowledgeModule], providers: [ReferenceService, ReferenceResolver] })
export class ReferenceModule {}
