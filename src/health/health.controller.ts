import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';

/** What an orchestrator asks: should this process be restarted, and may it be sent requests? */
@Controller('health')
export class HealthController {
  constructor(private readonly database: DataSource) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const answers = await this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    reply.status(answers ? 200 : 503);
    return { status: answers ? 'ready' : 'the database does not answer' };
  }
}
