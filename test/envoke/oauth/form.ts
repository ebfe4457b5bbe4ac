/** Parameters in the order received, since Envoke depends on it; a repeated name is never accepted. */

export interface Parameters {
  readonly names: readonly string[];
  /** The value of a name that came exactly once. */
  get(name: string): string | undefined;
  readonly doubled: boolean;
}

export function readParameters(encoded: string): Parameters {
  const pairs = [...new URLSearchParams(encoded)];
  const names = pairs.map(([name]) => name);
  return {
    names,
    doubled: new Set(names).size !== names.length,
    get(name) {
      const values = pairs.filter(([candidate]) => candidate === name);
      return values.length === 1 ? values[0]?.[1] : undefined;
    },
  };
}
