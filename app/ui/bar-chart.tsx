import { scaleBand, scaleLinear } from "d3-scale";

import { anchor, type ChartSize, chartSizes, round, evenIndexes } from "./chart-sizes";

type Side = { name: string; values: number[] };

type Props = {
  /** One for each bar, oldest first. */
  labels: string[];
  /** Bars above the line, and if there are two sides, bars below it; values of both are positive. */
  up: Side;
  down?: Side;
  format: (value: number) => string;
};

const top = 22;
const left = 46;

/** Bars by month; each side is named at its end in its own colour. Hidden from screen readers: the frame holds the table. */
export function BarChart(props: Props) {
  return (
    <>
      {chartSizes.map((drawing) => (
        <Plot key={drawing.name} drawing={drawing} {...props} />
      ))}
    </>
  );
}

function Plot({ drawing, labels, up, down, format }: Props & { drawing: ChartSize }) {
  const { name, width, room, labels: labelCount } = drawing;
  const height = 260;
  const right = width - room;
  const x = scaleBand<number>(labels.keys(), [left, right]).paddingInner(0.3);
  const lowest = down ? Math.max(...down.values, 0) : 0;
  const y = scaleLinear([-lowest, Math.max(...up.values, 4)], [height - 42, top]).nice(4);
  const zero = round(y(0));
  const barWidth = round(x.bandwidth());
  const centre = (index: number) => round((x(index) ?? left) + x.bandwidth() / 2);
  const ends = [
    { side: up, tone: "t1", at: Math.min(zero - 30, round(y((up.values.at(-1) ?? 0) / 2))), written: format },
    { side: down, tone: "t2", at: zero + 20, written: (value: number) => format(-value) },
  ];

  return (
    <svg className={`chart chart-${name}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {y
        .ticks(4)
        .filter((tick) => tick !== 0)
        .map((tick) => (
          <g key={tick}>
            <line className="gridline" x1={0} x2={right} y1={round(y(tick))} y2={round(y(tick))} />
            <text x={0} y={round(y(tick) - 6)}>
              {format(tick)}
            </text>
          </g>
        ))}
      {up.values.map((value, index) => (
        <rect
          key={index}
          className="c1"
          x={round(x(index) ?? 0)}
          y={round(y(value))}
          width={barWidth}
          height={round(Math.max(zero - y(value) - 0.5, 0))}
          rx={2}
        />
      ))}
      {down?.values.map((value, index) => (
        <rect
          key={index}
          className="c2"
          x={round(x(index) ?? 0)}
          y={zero + 1}
          width={barWidth}
          height={round(Math.max(y(-value) - zero - 1, 0))}
          rx={2}
        />
      ))}
      <line className="axis" x1={0} x2={right} y1={zero} y2={zero} />
      {ends.map(({ side, tone, at, written }) =>
        side ? (
          <g key={tone}>
            <text className={tone} x={right + 10} y={at}>
              {side.name}
            </text>
            <text className={tone} x={right + 10} y={at + 19}>
              {written(side.values.at(-1) ?? 0)}
            </text>
          </g>
        ) : null,
      )}
      {evenIndexes(labels.length, labelCount).map((index) => (
        <text
          key={index}
          x={index === 0 ? left : index === labels.length - 1 ? right : centre(index)}
          y={height - 6}
          textAnchor={anchor(index, labels.length)}
        >
          {labels[index]}
        </text>
      ))}
    </svg>
  );
}
