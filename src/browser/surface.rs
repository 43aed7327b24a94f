//! The canvas as a [`Surface`] that scenes are painted on.
