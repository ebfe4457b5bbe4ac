/** For requests that not every Envoke accepts. */
import { isEnvokeError } from '../../envoke/envoke-error.ts';

/**
 * Undefined when Envoke understood the request and refused it. This must be proven, so that no other failure looks like
 * a refusal.
 */
export async function undefinedIfRejected<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isEnvokeError(error) && error.reason === 'rejected' && error.isAboutRequest) return undefined;
    throw error;
  }
}
