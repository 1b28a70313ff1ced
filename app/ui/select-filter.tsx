type Option = { value: string; label: string; lang?: string };

type Props = {
  name: string;
  /** Read aloud; the options say the rest. */
  label: string;
  value?: string;
  /** Options, and groups of them under a name. */
  options: (Option | { label: string; options: Option[] })[];
};

/** One select of a `FilterBar`. */
export function SelectFilter({ name, label, value, options }: Props) {
  return (
    <label className="select-filter">
      <span className="visually-hidden">{label}</span>
      <select className="select" name={name} defaultValue={value} key={value}>
        {options.map((option) =>
          "options" in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map((each) => (
                <Choice key={each.value} {...each} />
              ))}
            </optgroup>
          ) : (
            <Choice key={option.value} {...option} />
          ),
        )}
      </select>
    </label>
  );
}

function Choice({ value, label, lang }: Option) {
  return (
    <option value={value} lang={lang}>
      {label}
    </option>
  );
}
