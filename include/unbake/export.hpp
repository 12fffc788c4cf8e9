// unbake: which names the shared library exports.
#ifndef UNBAKE_EXPORT_HPP_
#define UNBAKE_EXPORT_HPP_

/// Stands before the name of a namespace: the shared library exports what is declared there.
#if defined(__GNUC__)
#define UNBAKE_EXPORT [[gnu::visibility("default")]]
#else
#define UNBAKE_EXPORT
#endif

#endif  // UNBAKE_EXPORT_HPP_
