/** A client that signs in by a tab: the answer stays in its cookie, and it asks for it at the token endpoint. */
import { TAB_GRANT_TYPE } from '../../shared/client.ts';
import type { Visit } from '../envoke/visitor.ts';
import { TestClient } from './test-client.ts';

export class TabClient extends TestClient {
  override parParameters(): Record<string, string> {
    return { ...super.parParameters(), redirect_uri: this.finished };
  }

  get finished(): string {
    return `${this.broker.url}/oauth/finished`;
  }

  /** From the pushed request to the page that the tab ends at; the cookie is as the browser has it then. */
  async reachPage(visit?: Visit): Promise<Response> {
    const answer = await this.open(await this.reachCallback(visit));
    this.keepCookie(answer);
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`callback: ${answer.status} ${await answer.text()}`);
    return this.open(new URL(location).pathname + new URL(location).search);
  }

  /** Takes what the answer does to the cookie, as a browser would. */
  keepCookie(answer: Response): void {
    const [set] = answer.headers.getSetCookie();
    if (set === undefined) return;
    const [cookie = ''] = set.split(';');
    this.cookie = cookie.endsWith('=') ? '' : cookie;
  }

  /** Asks for the answer, once. */
  async poll(changes: Record<string, string> = {}): Promise<Response> {
    const form = {
      grant_type: TAB_GRANT_TYPE,
      code_verifier: this.verifier,
      redirect_uri: this.finished,
      client_id: this.parParameters().client_id ?? '',
      ...changes,
    };
    const send = () =>
      this.postForm('/oauth/token', form, {
        dpop: this.proof('POST', '/oauth/token'),
        ...(this.cookie !== '' && { cookie: this.cookie }),
      });
    const first = await send();
    this.nonce = first.headers.get('dpop-nonce') ?? this.nonce;
    const answer = (await first.clone().text()).includes('use_dpop_nonce') ? await send() : first;
    this.keepCookie(answer);
    return answer;
  }
}
