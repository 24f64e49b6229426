//! Ids → addresses, anchors and output paths. Nobody else builds one.
