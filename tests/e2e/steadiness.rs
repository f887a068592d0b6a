//! A test that fails beside others is played once more, alone.
//!
//! Browsers share a few cores, and now and then one is so late that a test gives
//! up on it. What passes alone is told as unsteady, with the first failure; of
//! more than [`TOLERATED`] in one run, each failure counts. A fault of ours that
//! shows each time fails both times.

use std::future::Future;
use std::sync::Mutex;

use anyhow::Result;
use tokio::sync::RwLock;

/// So many tests of one run may be unsteady.
pub const TOLERATED: usize = 3;

/// Who plays now, and who had to play twice.
#[derive(Default)]
pub struct Steadiness {
    /// Read by who plays beside others, written by who plays alone.
    stage: RwLock<()>,
    unsteady: Mutex<Vec<String>>,
}

impl Steadiness {
    /// Plays a test, and if need be and there is grace left, once more.
    ///
    /// # Errors
    /// Of the last play.
    pub async fn play<F>(&self, title: &str, play: impl Fn() -> F) -> Result<()>
    where
        F: Future<Output = Result<()>>,
    {
        let first = {
            let _beside_others = self.stage.read().await;
            play().await
        };
        let Err(error) = first else { return Ok(()) };
        {
            let mut unsteady = self.unsteady.lock().unwrap_or_else(|held| held.into_inner());
            if unsteady.len() >= TOLERATED {
                return Err(error);
            }
            unsteady.push(format!("{title}: {error:#}"));
        }
        let _alone = self.stage.write().await;
        play().await
    }

    /// The tests that were played twice, each with its first failure.
    pub fn unsteady(&self) -> Vec<String> {
        self.unsteady.lock().unwrap_or_else(|held| held.into_inner()).clone()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use anyhow::bail;

    use super::*;

    fn run<F: Future<Output = ()>>(test: F) {
        tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(test);
    }

    #[test]
    fn a_fault_fails_twice() {
        run(async {
            let (steadiness, plays) = (Steadiness::default(), Cell::new(0));
            let outcome = steadiness
                .play("fault", || async {
                    plays.set(plays.get() + 1);
                    bail!("always")
                })
                .await;
            assert!(outcome.is_err() && plays.get() == 2);
        });
    }

    #[test]
    fn what_passes_alone_is_told() {
        run(async {
            let (steadiness, plays) = (Steadiness::default(), Cell::new(0));
            let outcome = steadiness
                .play("late", || async {
                    plays.set(plays.get() + 1);
                    if plays.get() == 1 { bail!("too late") } else { Ok(()) }
                })
                .await;
            assert!(outcome.is_ok());
            assert_eq!(steadiness.unsteady(), ["late: too late"]);
        });
    }

    #[test]
    fn there_is_an_end_to_grace() {
        run(async {
            let (steadiness, plays) = (Steadiness::default(), Cell::new(0));
            for _ in 0..=TOLERATED {
                plays.set(0);
                let _ = steadiness
                    .play("late", || async {
                        plays.set(plays.get() + 1);
                        bail!("too late")
                    })
                    .await;
            }
            assert_eq!(plays.get(), 1);
        });
    }
}
