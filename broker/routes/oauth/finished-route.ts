/** The broker's own page, where a sign-in in a tab ends. What it says comes from a closed list; it changes nothing. */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import type { WindowPage } from '../../authorization/browser-page.ts';
import { queryOf, sendPage } from './browser-endpoint.ts';

const finished: FastifyPluginAsync = async (app) => {
  app.get(OAUTH_PATHS.finished, async (request, reply) => {
    const { error, ui_locales: languages = '' } = queryOf(request);
    return sendPage(request, reply, { status: 200, page: pageOf(error), languages });
  });
};

function pageOf(error: string | undefined): WindowPage {
  if (error === undefined) return 'allowed';
  return error === 'access_denied' ? 'declined' : 'later';
}

export default finished;
