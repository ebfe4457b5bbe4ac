/** The shape of a problem (RFC 9457) for the OpenAPI document; `shared/problems.ts` has it as a type. */
import Type from 'typebox';
import { PROBLEM_TYPE_PREFIX, PROBLEMS } from '../../../shared/problems.ts';
import { ContactSchema } from '../../../shared/schemas/contact.ts';

export const ProblemSchema = Type.Object({
  type: Type.Enum(Object.keys(PROBLEMS).map((slug) => PROBLEM_TYPE_PREFIX + slug)),
  title: Type.String(),
  status: Type.Integer(),
  /** The request id, as in the log. */
  instance: Type.String(),
  errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }))),
  envoke_errors: Type.Optional(Type.Array(Type.String())),
  contact: Type.Optional(ContactSchema),
  retry_after: Type.Optional(Type.Integer()),
});
