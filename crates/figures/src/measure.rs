//! How figures are alike: families of measures and units.
