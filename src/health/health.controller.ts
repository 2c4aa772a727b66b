import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Readiness } from './readiness.js';

/** What an orchestrator asks: should this process be restarted, and may it be sent requests? */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: DataSource,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const hindrance = await this.database.query('SELECT 1').then(
      () => this.readiness.hindrance(),
      () => 'the database does not answer',
    );
    reply.status(hindrance === undefined ? 200 : 503);
    return { status: hindrance ?? 'ready' };
  }
}
