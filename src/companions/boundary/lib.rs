//! How JavaScript calls a companion module: without wasm-bindgen, whose glue
//! would be as long as the module's own work.
//!
//! A companion is a WebAssembly module that only those pages load that need it.
//! Its exports are `memory`, `reserve(length)`, which gives the address of so many
//! bytes for an input, and its jobs: each takes the inputs that were put there, in
//! their order, and gives the address of its answer, UTF-8 that a zero byte ends.
//! Whoever calls makes a new instance for each job (`www/companion.js`): its
//! memory is given back, and a job that fails leaves nothing behind.

use std::cell::RefCell;

/// Two-level segregated fit, as in the main module.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    static INPUTS: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Keeps room for an input.
pub fn reserve(length: usize) -> *mut u8 {
    let mut input = vec![0; length];
    let address = input.as_mut_ptr();
    INPUTS.with_borrow_mut(|inputs| inputs.push(input));
    address
}

/// Has a job done with what was put in.
pub fn answer(job: fn(&[Vec<u8>]) -> String) -> *const u8 {
    let mut answer = job(&INPUTS.take()).into_bytes();
    answer.push(0);
    let address = answer.as_ptr();
    ANSWER.set(answer);
    address
}

/// The input of a job as text; JavaScript writes nothing that is none.
pub fn text(inputs: &[Vec<u8>], index: usize) -> &str {
    std::str::from_utf8(bytes(inputs, index)).unwrap_or_default()
}

/// The input of a job as it is.
pub fn bytes(inputs: &[Vec<u8>], index: usize) -> &[u8] {
    inputs.get(index).map_or(&[], |input| input)
}

/// Exports the jobs of a companion: each has a name and takes a list of inputs.
///
/// The attribute alone counts as unsafe: two exports of one name would be.
#[macro_export]
macro_rules! companion {
    ($($(#[$about:meta])* $name:ident = $job:expr;)+) => {
        /// Keeps room for an input.
        #[unsafe(no_mangle)]
        pub extern "C" fn reserve(length: usize) -> *mut u8 {
            $crate::reserve(length)
        }

        $(
            $(#[$about])*
            #[unsafe(no_mangle)]
            pub extern "C" fn $name() -> *const u8 {
                $crate::answer($job)
            }
        )+
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_come_in_their_order_and_answers_end_with_zero() {
        assert!(!reserve(2).is_null() && !reserve(1).is_null());
        let address = answer(|inputs| {
            let lengths: Vec<usize> = inputs.iter().map(Vec::len).collect();
            assert_eq!((lengths, text(inputs, 0), text(inputs, 9)), (vec![2, 1], "\0\0", ""));
            "é".into()
        });
        assert!(!address.is_null());
        ANSWER.with_borrow(|answer| assert_eq!(answer, "é\0".as_bytes()));
        // What was put in is used once.
        let _ = answer(|inputs| inputs.len().to_string());
        ANSWER.with_borrow(|answer| assert_eq!(answer, b"0\0"));
    }
}
