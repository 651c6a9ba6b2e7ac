using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Middeck.Jobs.Running;

namespace Middeck.Jobs;

/// <summary>Registers the handlers of jobs.</summary>
public static class JobHandlers
{
    /// <summary>Names the handler of a kind of job. It is made anew for each attempt, in a scope of its own.</summary>
    /// <param name="services">The room's services.</param>
    /// <param name="kind">Dotted, <c>room.work</c>, such as <c>knowledge.ingest</c>; kept in rows, so it never changes.</param>
    public static IServiceCollection AddJobHandler<THandler>(this IServiceCollection services, string kind)
        where THandler : class, IJobHandler
    {
        services.TryAddScoped<THandler>();
        return services.AddSingleton(new JobHandlerRegistration(kind, typeof(THandler)));
    }
}
