/** An unknown path gives 404; a known path with another method gives 405 with the methods that it has. */
import fp from 'fastify-plugin';
import { ProblemError } from '../errors.ts';

export default fp(
  async (app) => {
    const methods = new Map<string, string[]>();
    app.addHook('onRoute', ({ url, method }) => {
      if (url !== '*') methods.set(url, [...(methods.get(url) ?? []), ...[method].flat()]);
    });
    app.setNotFoundHandler(async (request, reply) => {
      const [path = ''] = request.url.split(/[?#]/, 1);
      const allowed = [...methods]
        .filter(([pattern]) => matches(pattern, path))
        .flatMap(([, known]) => known);
      if (allowed.length === 0) throw new ProblemError('not-found', 'no-route');
      reply.header('allow', [...new Set(allowed)].join(', '));
      throw new ProblemError('method-not-allowed', 'no-such-method');
    });
  },
  { name: 'not-found' },
);

/** `:name` stands for one part of a path. */
function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  );
}
