using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs.Retention;

namespace Middeck.Jobs;

/// <summary>Registers the tables that grow with use.</summary>
public static class RetentionTasks
{
    /// <summary>Has the table trimmed each night, in small batches.</summary>
    /// <param name="services">The room's services.</param>
    /// <param name="name">The table, such as <c>identity.audit</c>; for the log.</param>
    /// <param name="trim">Removes one batch.</param>
    public static IServiceCollection AddRetention(this IServiceCollection services, string name, RetentionTrim trim)
        => services.AddSingleton(new RetentionTask(name, trim));
}
