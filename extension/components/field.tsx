/** Labelled fields with a note under them; the note is tied to the field for screen readers. */
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldNote {
  text: string;
  tone?: 'warn' | 'bad';
}

interface CommonProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Called when the focus leaves the field. */
  onLeave?: () => void;
  note?: FieldNote | null;
  disabled?: boolean;
  wide?: boolean;
}

interface TextFieldProps extends CommonProps {
  /** Which keyboard a touch screen shows. */
  keyboard?: 'text' | 'email';
  required?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

function Note({ id, note }: { id: string; note?: FieldNote | null | undefined }) {
  if (!note) return null;
  return (
    <span id={id} class={`field-note ${note.tone ? `field-note-${note.tone}` : ''}`}>
      {note.text}
    </span>
  );
}

const boxClass = (wide?: boolean) => (wide ? 'field field-wide' : 'field');
const described = (id: string, note?: FieldNote | null) => (note ? `${id}-note` : undefined);

export function TextField(props: TextFieldProps) {
  const id = useId();
  return (
    <div class={boxClass(props.wide)}>
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        ref={props.inputRef}
        class="field-input"
        type="text"
        inputmode={props.keyboard ?? 'text'}
        value={props.value}
        required={props.required}
        disabled={props.disabled}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={props.note?.tone === 'bad' ? 'true' : undefined}
        aria-describedby={described(id, props.note)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
        onBlur={props.onLeave}
      />
      <Note id={`${id}-note`} note={props.note} />
    </div>
  );
}

/** A day as `YYYY-MM-DD`, none later than `max`. */
export function DayField(props: CommonProps & { max: string }) {
  const id = useId();
  return (
    <div class={boxClass(props.wide)}>
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        class="field-input"
        type="date"
        max={props.max}
        value={props.value}
        aria-invalid={props.note?.tone === 'bad' ? 'true' : undefined}
        aria-describedby={described(id, props.note)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      <Note id={`${id}-note`} note={props.note} />
    </div>
  );
}

interface TextAreaProps extends CommonProps {
  inputRef?: Ref<HTMLTextAreaElement>;
  lang?: string;
  rows?: number;
  /** What counts while the field is empty. */
  placeholder?: string;
}

export function TextArea(props: TextAreaProps) {
  const id = useId();
  return (
    <div class={boxClass(props.wide)}>
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <textarea
        id={id}
        ref={props.inputRef}
        class="field-input"
        value={props.value}
        rows={props.rows ?? 3}
        lang={props.lang}
        placeholder={props.placeholder}
        disabled={props.disabled}
        aria-invalid={props.note?.tone === 'bad' ? 'true' : undefined}
        aria-describedby={described(id, props.note)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
        onBlur={props.onLeave}
      />
      <Note id={`${id}-note`} note={props.note} />
    </div>
  );
}

interface SelectFieldProps extends CommonProps {
  options: readonly { value: string; label: string }[];
}

export function SelectField(props: SelectFieldProps) {
  const id = useId();
  return (
    <div class={boxClass(props.wide)}>
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class="field-input"
        value={props.value}
        disabled={props.disabled}
        aria-describedby={described(id, props.note)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Note id={`${id}-note`} note={props.note} />
    </div>
  );
}
