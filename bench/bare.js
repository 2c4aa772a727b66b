/** Apollo on Fastify and nothing else: what `{ __typename }` costs at least. */
import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { stdout } from 'node:process';

const fastify = Fastify();
const apollo = new ApolloServer({
  typeDefs: 'type Query { hello: String! }',
  resolvers: { Query: { hello: () => 'hello' } },
  plugins: [fastifyApolloDrainPlugin(fastify)],
});
await apollo.start();
await fastify.register(fastifyApollo(apollo));
stdout.write(`It answers at ${await fastify.listen({ port: 0, host: '127.0.0.1' })}/graphql\n`);
