//! The beginning and the end of a program.

use env;

/// What the C `main` calls. A program that returns from its own `main` has succeeded.
#[lang = "start"]
fn lang_start(main: fn(), argc: isize, argv: *const *const u8) -> isize {
    env::remember(argc, argv);
    main();
    0
}
