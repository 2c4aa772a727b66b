import type { ApolloServerPlugin } from '@apollo/server';

/**
 * GraphiQL for a browser that opens /graphql, all in one page from a package: a machine without the internet shows it
 * as well. It is a development dependency and is loaded when it is first asked for.
 *
 * @param query what the editor shows at first
 */
export function graphiql(query: string): ApolloServerPlugin {
  let page: Promise<string> | undefined;

  return {
    serverWillStart: () =>
      Promise.resolve({
        renderLandingPage: () =>
          Promise.resolve({
            html: () => (page ??= render(query)),
          }),
      }),
  };
}

async function render(query: string): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return renderGraphiQL({ title: 'Salve', endpoint: '/graphql', defaultQuery: query });
}
