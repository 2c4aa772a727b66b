import { type DynamicModule, Module } from '@nestjs/common';
import { CatalogModule } from './catalog/catalog.module.js';
import { CatalogState } from './catalog/catalog-state.js';
import { Offer, Product } from './catalog/product.js';
import { StoredReading } from './catalog/stored-reading.js';
import type { Config } from './config/config.js';
import { DatabaseModule } from './database/database.module.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HealthModule } from './health/health.module.js';
import { KnowledgeModule } from './knowledge/knowledge.module.js';
import { PairingModule } from './pairing/pairing.module.js';
import { ReferenceModule } from './reference/reference.module.js';

/** Every class that is stored. */
export const ENTITIES = [Product, Offer, StoredReading, CatalogState];

/** The one place where the rooms are joined. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.with(config.database, ENTITIES),
        GraphqlModule.with(config),
        KnowledgeModule.under(config.protocol),
        CatalogModule,
        ReferenceModule,
        PairingModule,
        HealthModule,
      ],
    };
  }
}
