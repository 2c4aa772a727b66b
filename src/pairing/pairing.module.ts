import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { ShelfModule } from '../shelf/shelf.module.js';
import { Clock, SystemClock } from './clock.js';
import { AssessmentResolver, LabelResolver, PairingResolver, ReasonsResolver } from './pairing.resolver.js';
import { PairingService } from './pairing.service.js';

/** Answers which products suit, which wait, and why. It keeps nothing of who asked. */
@Module({
  imports: [CatalogModule, KnowledgeModule, ShelfModule],
  providers: [
    { provide: Clock, useClass: SystemClock },
    PairingService,
    PairingResolver,
    ReasonsResolver,
    AssessmentResolver,
    LabelResolver,
  ],
})
export class PairingModule {}
