/** What a token request says of the browser and its owner: both are optional, and give no access. */
import { Value } from 'typebox/value';
import { DeviceNameSchema } from '../../shared/schemas/account.ts';
import { OwnerMarkSchema } from '../../shared/schemas/oauth.ts';
import type { Parameters } from './form.ts';
import { OAuthError } from './oauth-error.ts';

export interface DeviceParameters {
  name: string;
  ownerMark: string | null;
}

/** @throws OAuthError invalid_request */
export function deviceParameters({ device_name, owner_mark }: Parameters): DeviceParameters {
  if (device_name !== undefined && !Value.Check(DeviceNameSchema, device_name)) {
    throw new OAuthError(
      'invalid_request',
      'device-name',
      'device_name is too long or has unseen characters.',
    );
  }
  if (owner_mark !== undefined && !Value.Check(OwnerMarkSchema, owner_mark)) {
    throw new OAuthError('invalid_request', 'owner-mark', 'owner_mark is not 128 bits in base64url.');
  }
  return { name: device_name?.trim() ?? '', ownerMark: owner_mark ?? null };
}
