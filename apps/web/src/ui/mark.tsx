const places = [0, 1, 2, 3, 4, 5].map((seat) => (seat * Math.PI) / 3 - Math.PI / 2)

/** The sign of the product: six people in a circle, one of whom is quiet right now. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="var(--spruce)" aria-hidden focusable={false}>
      {places.map((angle, seat) => (
        <circle
          key={angle}
          cx={16 + 11 * Math.cos(angle)}
          cy={16 + 11 * Math.sin(angle)}
          r={3.6}
          fillOpacity={seat === 5 ? 0.45 : 1}
        />
      ))}
    </svg>
  )
}
