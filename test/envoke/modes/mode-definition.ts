/** The four kinds of mode, and what each is described by. */

interface Described {
  /** Section of envoke-api.md that leaves it open. */
  readonly section: string;
  readonly meaning: string;
}

/** Off, on, or on for the next so many times. */
export interface TimesMode extends Described {
  readonly kind: 'times';
  readonly initial: boolean;
}

export interface ChoiceMode extends Described {
  readonly kind: 'choice';
  /** The first one is the default. */
  readonly choices: readonly [string, ...string[]];
}

export interface AmountMode extends Described {
  readonly kind: 'amount';
  readonly initial: number;
}

export interface TextMode extends Described {
  readonly kind: 'text';
  readonly initial: string;
}

export type ModeDefinition = TimesMode | ChoiceMode | AmountMode | TextMode;

export const times = (section: string, meaning: string) =>
  ({ kind: 'times', initial: false, section, meaning }) as const satisfies TimesMode;

export const choice = <const Choices extends readonly [string, ...string[]]>(
  section: string,
  meaning: string,
  choices: Choices,
) => ({ kind: 'choice', choices, section, meaning }) as const satisfies ChoiceMode;

export const amount = (section: string, meaning: string, initial: number) =>
  ({ kind: 'amount', initial, section, meaning }) as const satisfies AmountMode;

export const text = (section: string, meaning: string) =>
  ({ kind: 'text', initial: '', section, meaning }) as const satisfies TextMode;
