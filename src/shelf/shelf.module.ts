import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { HealthModule } from '../health/health.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { ProductsResolver } from './products.resolver.js';
import { ProductsService } from './products.service.js';
import { ShelfService } from './shelf.service.js';

/** The catalog, read: every product beside what its label means. It ranks nothing. */
@Module({
  imports: [CatalogModule, KnowledgeModule, HealthModule],
  providers: [ShelfService, ProductsService, ProductsResolver],
  exports: [ShelfService],
})
export class ShelfModule {}
