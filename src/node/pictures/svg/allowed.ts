/** What draws in an SVG, by SVG 2, Filter Effects and CSS Masking: all else goes into no output. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const ELEMENTS = words(`
  a circle clipPath defs ellipse foreignObject g image line linearGradient marker mask mpath path
  pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath tspan use
  animate animateMotion animateTransform set
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence
`)

/** What sets words in a `foreignObject`, as drawing tools write it. */
export const HTML_ELEMENTS = words(`
  b body br code div em font i li ol p pre s small span strong sub sup table tbody td th tr u ul
`)

export const ATTRIBUTES = words(`
  class id style href xlink:href xmlns xmlns:xlink xml:space version
  x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points width height viewBox preserveAspectRatio
  transform pathLength rotate textLength lengthAdjust startOffset method spacing side
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
  color-interpolation-filters color-rendering cursor direction display dominant-baseline
  enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
  font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style
  font-variant font-variation-settings font-weight glyph-orientation-horizontal
  glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color
  line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity
  overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-opacity stroke-width text-align text-anchor text-decoration text-overflow text-rendering
  transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing
  writing-mode
  clipPathUnits gradientTransform gradientUnits maskContentUnits maskUnits offset
  patternContentUnits patternTransform patternUnits spreadMethod
  markerHeight markerUnits markerWidth orient refX refY
  amplitude azimuth baseFrequency bias diffuseConstant divisor edgeMode elevation exponent
  filterUnits in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength limitingConeAngle mode
  numOctaves operator order pointsAtX pointsAtY pointsAtZ preserveAlpha primitiveUnits radius
  result scale seed slope specularConstant specularExponent stdDeviation stitchTiles surfaceScale
  tableValues targetX targetY type values xChannelSelector yChannelSelector z
  accumulate additive attributeName attributeType begin by calcMode dur end fill from keyPoints
  keySplines keyTimes max min origin path repeatCount repeatDur restart to
  requiredExtensions requiredFeatures systemLanguage
  align border cellpadding cellspacing colspan face rowspan size
`)
