/** The strict bundle has the same interface as plotly.js, and brings no types of its own. */
declare module 'plotly.js-strict-dist-min' {
  import Plotly = require('plotly.js');
  export = Plotly;
}
