using System.Runtime.CompilerServices;

namespace Middeck.Workflows.Jinja.Running;

/// <summary>What a rendering may still use. Everything that repeats itself counts its steps here.</summary>
internal sealed class Budget(JinjaLimits limits, TimeProvider clock, CancellationToken cancellationToken)
{
    private const int StepsBetweenLooks = 1024;
    private readonly long _started = clock.GetTimestamp();
    private int _steps;
    private long _built;
    private int _depth;

    public JinjaLimits Limits => limits;

    /// <summary>One round of a loop, one item, one comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step()
    {
        if (++_steps % StepsBetweenLooks == 0)
        {
            Look();
        }
    }

    /// <summary>A text of that length is about to be built.</summary>
    public void Text(long length)
    {
        if (length > limits.MaxText)
        {
            throw Failures.Limit(FormattableString.Invariant(
                $"The template builds a text of {length} characters; at most {limits.MaxText} are allowed."));
        }

        Build(length);
    }

    /// <summary>A list of that many items is about to be built.</summary>
    public void Items(long count)
    {
        if (count > limits.MaxItems)
        {
            throw Failures.Limit(FormattableString.Invariant(
                $"The template builds a list of {count} items; at most {limits.MaxItems} are allowed."));
        }

        Build(count * 4);
    }

    /// <summary>A macro or a loop calls itself or another.</summary>
    public void Enter()
    {
        if (++_depth > limits.MaxDepth)
        {
            throw Failures.TooDeep();
        }

        Room();
    }

    public void Leave() => _depth--;

    /// <summary>Refuses what is nested so deep that the thread's stack would not hold it.</summary>
    public static void Room()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Failures.TooDeep();
        }
    }

    private void Build(long amount)
    {
        _built += amount;
        if (amount > 10_000)
        {
            Look();
        }

        if (_built > limits.MaxBuilt)
        {
            throw Failures.Limit(FormattableString.Invariant(
                $"The template builds more than {limits.MaxBuilt} characters and items on the way."));
        }
    }

    private void Look()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (clock.GetElapsedTime(_started) > limits.MaxTime)
        {
            throw Failures.Limit(FormattableString.Invariant(
                $"The template takes longer than {limits.MaxTime.TotalSeconds} seconds."));
        }
    }
}
