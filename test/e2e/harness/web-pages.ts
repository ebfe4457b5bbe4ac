/** Pages of the web that a person might be on, served on loopback. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WebPages {
  /** The page at a path, as given to {@link serveWebPages}. */
  url(path: string): string;
  close(): void;
}

/** A directory entry as associations publish them. */
export const STAFF_PAGE = {
  path: '/staff',
  title: 'Our team – Lakeside Library Association',
  html: `<main><h1>Our team</h1><p id="person">Noémie Gagnon, Lakeside Library Association, noemie.gagnon@lakeside.example.org</p></main>`,
} as const;

export async function serveWebPages(
  pages: readonly { path: string; title: string; html: string }[],
): Promise<WebPages> {
  const server = createServer(({ url }, answer) => {
    const page = pages.find(({ path }) => path === url);
    answer.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(page && `<!doctype html><html lang="en"><title>${page.title}</title>${page.html}</html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
