/** Labelled fields with a note under them; the note is tied to the field for screen readers. */
import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldNote {
  text: ComponentChildren;
  tone?: 'warn' | 'bad';
}

interface CommonProps {
  label: string;
  /** The language of a label that is not in the page's. */
  labelLang?: string;
  value: string;
  onChange: (value: string) => void;
  /** Called when the person is done with the field: the focus leaves it, or Enter is pressed. A page may close before. */
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

/** The label above a control and the note below it. */
function Labelled(props: { id: string; field: CommonProps; children: ComponentChildren }) {
  const { id, field, children } = props;
  const { label, labelLang, wide, note } = field;
  return (
    <div class={wide ? 'field field-wide' : 'field'}>
      <label class="field-label" for={id} lang={labelLang}>
        {label}
      </label>
      {children}
      {note && (
        <span id={`${id}-note`} class={`field-note ${note.tone ? `field-note-${note.tone}` : ''}`}>
          {note.text}
        </span>
      )}
    </div>
  );
}

/** The ids that connect a control to its label and note. */
const tied = (id: string, { note }: CommonProps) => ({
  id,
  class: 'field-input',
  'aria-describedby': note ? `${id}-note` : undefined,
});

/** Whether the value is not valid, for screen readers. */
const invalid = ({ note }: CommonProps) => (note?.tone === 'bad' ? 'true' : undefined);

export function TextField(props: TextFieldProps) {
  const id = useId();
  return (
    <Labelled id={id} field={props}>
      <input
        {...tied(id, props)}
        ref={props.inputRef}
        type="text"
        inputmode={props.keyboard ?? 'text'}
        value={props.value}
        required={props.required}
        disabled={props.disabled}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={invalid(props)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          // In a form, Enter sends it.
          if (event.key === 'Enter' && !event.isComposing && event.currentTarget.form === null)
            props.onLeave?.();
        }}
        onBlur={props.onLeave}
      />
    </Labelled>
  );
}

interface DayFieldProps extends CommonProps {
  min?: string;
  max: string;
  /** The day is not valid for a reason that is said elsewhere than in the note. */
  invalid?: boolean;
}

/** A day as `YYYY-MM-DD`, none earlier than `min` or later than `max`. */
export function DayField(props: DayFieldProps) {
  const id = useId();
  return (
    <Labelled id={id} field={props}>
      <input
        {...tied(id, props)}
        type="date"
        min={props.min}
        max={props.max}
        value={props.value}
        aria-invalid={props.invalid ? 'true' : invalid(props)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
        onBlur={props.onLeave}
      />
    </Labelled>
  );
}

interface TextAreaProps extends CommonProps {
  inputRef?: Ref<HTMLTextAreaElement>;
  lang?: string;
  rows?: number;
  /** The value in effect while the field is empty. */
  placeholder?: string;
}

export function TextArea(props: TextAreaProps) {
  const id = useId();
  return (
    <Labelled id={id} field={props}>
      <textarea
        {...tied(id, props)}
        ref={props.inputRef}
        value={props.value}
        rows={props.rows ?? 3}
        lang={props.lang}
        placeholder={props.placeholder}
        disabled={props.disabled}
        aria-invalid={invalid(props)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
        onBlur={props.onLeave}
      />
    </Labelled>
  );
}

interface SelectFieldProps extends CommonProps {
  options: readonly { value: string; label: string }[];
}

export function SelectField(props: SelectFieldProps) {
  const id = useId();
  return (
    <Labelled id={id} field={props}>
      <select
        {...tied(id, props)}
        value={props.value}
        disabled={props.disabled}
        aria-invalid={invalid(props)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
