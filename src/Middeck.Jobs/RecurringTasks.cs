using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs.Recurring;

namespace Middeck.Jobs;

/// <summary>Registers work that is done again and again.</summary>
public static class RecurringTasks
{
    /// <summary>Does the work every so often, on one node of the installation each time and never twice at once.</summary>
    /// <param name="services">The room's services.</param>
    /// <param name="name">Dotted and stable, such as <c>knowledge.sweep</c>.</param>
    /// <param name="interval">From one beginning to the next; at least a second.</param>
    /// <param name="work">Gets a scope of its own and a token that fires on shutdown. What it throws is logged.</param>
    public static IServiceCollection AddRecurring(
        this IServiceCollection services, string name, TimeSpan interval, Func<IServiceProvider, CancellationToken, Task> work)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromSeconds(1));
        return services.AddSingleton(new RecurringTask(name, interval, null, work));
    }

    /// <summary>Does the work at set times.</summary>
    /// <param name="services">The room's services.</param>
    /// <param name="name">Dotted and stable, such as <c>operations.backup</c>.</param>
    /// <param name="cron">Quartz's form with seconds, in UTC: <c>0 30 3 * * ?</c> is half past three each night.</param>
    /// <param name="work">Gets a scope of its own and a token that fires on shutdown. What it throws is logged.</param>
    public static IServiceCollection AddRecurring(
        this IServiceCollection services, string name, string cron, Func<IServiceProvider, CancellationToken, Task> work)
        => services.AddSingleton(new RecurringTask(name, null, cron, work));

    /// <summary>Does the work at times that are configured.</summary>
    /// <param name="services">The room's services.</param>
    /// <param name="name">Dotted and stable, such as <c>operations.backup</c>.</param>
    /// <param name="cron">Quartz's form with seconds, in UTC; null for never.</param>
    /// <param name="work">Gets a scope of its own and a token that fires on shutdown. What it throws is logged.</param>
    public static IServiceCollection AddRecurring(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, string?> cron,
        Func<IServiceProvider, CancellationToken, Task> work)
        => services.AddSingleton(provider => new RecurringTask(name, null, cron(provider), work));
}
