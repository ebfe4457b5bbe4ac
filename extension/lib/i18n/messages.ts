/** Types of the catalogues: a message is text with `{names}`, or one text for each plural form. No text of its own. */

/** Plural forms that English and French have (`many` is French for whole millions and falls back to `other`). */
export interface PluralMessage {
  one: string;
  other: string;
}

export type Message = string | PluralMessage;

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** Names of the parameters that a message needs. */
type ParamNames<M> = M extends string
  ? Names<M>
  : M extends { other: infer Other extends string }
    ? Names<Other> | 'count'
    : never;

export type Params<M> = [ParamNames<M>] extends [never] ? [] : [Record<ParamNames<M>, string | number>];

/** What another language must have to be complete: the same keys, text where text is, plurals where plurals are. */
export type Translated<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : PluralMessage;
};
