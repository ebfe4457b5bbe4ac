/** For ways of asking that not every Envoke takes. */
import { isEnvokeError } from '../../envoke/envoke-error.ts';

/** Undefined when Envoke understood the request and refused it: proven, so that no other trouble passes for it. */
export async function undefinedIfRejected<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isEnvokeError(error) && error.reason === 'rejected' && error.isAboutRequest) return undefined;
    throw error;
  }
}
