/** The mark as a plan: a deck in the middle, and what plugs into it from above and below. */
export function Drawing() {
  return (
    <svg className="md-drawing" viewBox="0 0 480 360" aria-hidden>
      <g className="md-drawing-trace">
        <path d="M132 48v36a5 5 0 0 0 5 5h26a5 5 0 0 1 5 5v50" />
        <path d="M240 36v108" />
        <path d="M372 60v24a5 5 0 0 1-5 5h-50a5 5 0 0 0-5 5v50" />
        <path d="M168 216v44a5 5 0 0 1-5 5h-74a5 5 0 0 0-5 5v30" />
        <path d="M312 216v30a5 5 0 0 0 5 5h86a5 5 0 0 1 5 5v44" />
        <path className="md-drawing-live" d="M240 216v96" />
      </g>
      <g className="md-drawing-card">
        <rect x="96" y="24" width="72" height="24" rx="4" />
        <rect x="204" y="12" width="72" height="24" rx="4" />
        <rect x="336" y="36" width="72" height="24" rx="4" />
        <rect x="48" y="300" width="72" height="24" rx="4" />
        <rect x="204" y="312" width="72" height="24" rx="4" />
        <rect x="372" y="300" width="72" height="24" rx="4" />
      </g>
      <path className="md-drawing-bar" d="M108 160h264v10H108zM108 190h264v10H108z" />
      <path className="md-drawing-pin" d="M162 144h12v16h-12zM234 144h12v16h-12zM162 200h12v16h-12zM306 200h12v16h-12zM234 200h12v16h-12z" />
      <path className="md-drawing-copper" d="M306 144h12v16h-12z" />
    </svg>
  );
}
