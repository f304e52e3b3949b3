package dev.godwit.manifest.internal.budget;

import org.jspecify.annotations.Nullable;

/// Lets everything through; stands before limits as an exception to them.
record Unlimited() implements Window {
  @Override
  public @Nullable Long refuse(Call call, int weight, long now) {
    return null;
  }

  @Override
  public void learn(@Nullable Long available, @Nullable Long reset, long now) {}

  @Override
  public boolean isIdle(long now) {
    return true;
  }
}
