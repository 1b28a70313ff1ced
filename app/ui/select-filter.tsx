type Props = {
  name: string;
  /** Read aloud; the options say the rest. */
  label: string;
  value?: string;
  options: { value: string; label: string; lang?: string }[];
};

/** One select of a `FilterBar`. */
export function SelectFilter({ name, label, value, options }: Props) {
  return (
    <label className="select-filter">
      <span className="visually-hidden">{label}</span>
      <select className="select" name={name} defaultValue={value} key={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
