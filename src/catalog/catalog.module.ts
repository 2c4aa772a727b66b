import { Module } from '@nestjs/common';
import { CatalogRepository } from './catalog.repository.js';
import { ProductResolver } from './catalog.resolver.js';
import { CatalogService } from './catalog.service.js';

/** What products there are, and who sells them for how much. It does not say whom they suit. */
@Module({
  providers: [CatalogRepository, CatalogService, ProductResolver],
  exports: [CatalogRepository, CatalogService],
})
export class CatalogModule {}
