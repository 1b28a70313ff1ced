import type { CSSProperties } from "react";

import type { Drawing } from "../map-view";
import { homeLabel } from "../rules";
import shapes from "../world.svg?url";

type Props = {
  drawing: Drawing;
  /** What the picture is, and what it shows, for screen readers. */
  title: string;
  description: string;
  /** The name of our own country. */
  home: string;
};

const unitOf = (unit: number): CSSProperties & Record<"--unit", number> => ({ "--unit": unit });

/** The world map, rendered on the server. The shapes are one file shared by all pages; what is drawn on them differs. Narrow screens show no names. */
export function World({ drawing: { frame, dots, labels, steps }, title, description, home }: Props) {
  const { from, text } = homeLabel(frame);
  const isHomeNamed = text.y < frame.y + frame.height && text.x > frame.x && text.x < frame.x + frame.width;
  return (
    <svg
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      width={1600}
      height={688}
      role="img"
      aria-labelledby="world-title world-description"
      style={unitOf(frame.unit)}
    >
      <title id="world-title">{title}</title>
      <desc id="world-description">{description}</desc>
      <use href={`${shapes}#land`} className="land" />
      <use href={`${shapes}#hosts`} className={steps ? "land" : "host"} />
      {Object.entries(steps ?? {}).map(([iso2, step]) => (
        <use key={iso2} href={`${shapes}#${iso2}`} className={`step seq-${step}`} />
      ))}
      <use href={`${shapes}#KZ`} className="home" />
      <g className="dots">
        {dots.map(({ x, y, r }, index) => (
          <circle key={index} cx={x} cy={y} r={r} />
        ))}
      </g>
      <g className="labels" aria-hidden="true">
        {labels.map(({ x, y, anchor, text: name }) => (
          <text key={name} x={x} y={y} textAnchor={anchor}>
            {name}
          </text>
        ))}
        {isHomeNamed ? (
          <>
            <path className="leader" d={`M${from.x} ${from.y}V${text.y - 26 * frame.unit}`} />
            <text className="home-label" x={text.x} y={text.y} textAnchor="middle">
              {home}
            </text>
          </>
        ) : null}
      </g>
    </svg>
  );
}
