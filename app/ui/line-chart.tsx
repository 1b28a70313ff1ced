import { scaleLinear } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";

import { anchor, type ChartSize, chartSizes, round, evenIndexes } from "./chart-sizes";

const labelWidth = 64;

type Props = {
  /** Oldest first; labels are short: «қар. 2026». */
  points: { label: string; value: number }[];
  format: (value: number) => string;
  /** Where the scale begins; say it in the frame's text when it is not nought. */
  from?: number;
};

/** One line with the area below it filled; its last point is marked in the sun colour. Hidden from screen readers: the frame holds the table. */
export function LineChart(props: Props) {
  return (
    <>
      {chartSizes.map((drawing) => (
        <Plot key={drawing.name} drawing={drawing} {...props} />
      ))}
    </>
  );
}

function Plot({ drawing, points, format, from = 0 }: Props & { drawing: ChartSize }) {
  const { name, width, height, room, labels } = drawing;
  const right = width - room;
  const ground = height - 30;
  const x = scaleLinear([0, Math.max(points.length - 1, 1)], [0, right]);
  const y = scaleLinear([from, Math.max(...points.map(({ value }) => value), from + 4)], [ground, 28]).nice(4);
  const at = (_: unknown, index: number) => x(index);
  const path = line<{ value: number }>(at, ({ value }) => y(value))
    .curve(curveMonotoneX)
    .digits(1);
  const filled = area<{ value: number }>(at, ground, ({ value }) => y(value))
    .curve(curveMonotoneX)
    .digits(1);
  const last = points.at(-1);
  // Labels are above their gridlines, at the left edge: one that the curve would run into is left out.
  const isCovered = (tick: number) =>
    points.some(({ value }, index) => x(index) < labelWidth && y(value) > y(tick) - 24 && y(value) < y(tick) + 4);

  return (
    <svg className={`chart chart-${name}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="area-1" d={filled(points) ?? ""} />
      {y.ticks(4).map((tick) => (
        <line
          key={tick}
          className={tick === from ? "axis" : "gridline"}
          x1={0}
          x2={right}
          y1={round(y(tick))}
          y2={round(y(tick))}
        />
      ))}
      <path className="line-1" d={path(points) ?? ""} />
      {y
        .ticks(4)
        .filter((tick) => !isCovered(tick))
        .map((tick) => (
          <text key={tick} x={0} y={round(y(tick) - 7)}>
            {format(tick)}
          </text>
        ))}
      {evenIndexes(points.length, labels).map((index) => (
        <text key={index} x={round(x(index))} y={height - 6} textAnchor={anchor(index, points.length)}>
          {points[index]?.label}
        </text>
      ))}
      {last ? (
        <>
          <circle className="mark" cx={right} cy={round(y(last.value))} r={5.5} />
          <text className={name === "slim" ? "strong" : "big"} x={right + 10} y={round(y(last.value) + 5)}>
            {format(last.value)}
          </text>
        </>
      ) : null}
    </svg>
  );
}
