import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";

const size = { width: 200, height: 40, edge: 3 };

/** The trend of some months, without a scale: the numbers are in the figure beside it and the table behind it. */
export function Sparkline({ values }: { values: number[] }) {
  const x = scaleLinear([0, values.length - 1], [0, size.width]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [size.height - 2 * size.edge, size.edge]);
  const at = (_: number, index: number) => x(index);
  const drawnLine = line<number>(at, (value) => y(value)).digits(1)(values);
  const drawnArea = area<number>(at, size.height, (value) => y(value)).digits(1)(values);
  return (
    <svg className="spark" viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none" aria-hidden="true">
      <path className="area" d={drawnArea ?? ""} />
      <path className="line" d={drawnLine ?? ""} />
    </svg>
  );
}
