using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Middeck.Core;
using Middeck.Core.Audit;
using Middeck.Http.Errors;
using Middeck.Http.Outbound;
using Middeck.Http.Security;

namespace Middeck.Http;

/// <summary>What every room that speaks HTTP shares: errors, JSON, the caller, the guarded outbound client.</summary>
public static class HttpModule
{
    /// <summary>Registers the shared parts.</summary>
    public static IServiceCollection AddHttpFoundation(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(options =>
        {
            Json.Apply(options.SerializerOptions);
            options.SerializerOptions.TypeInfoResolver =
                new DefaultJsonTypeInfoResolver().WithAddedModifier(RequiredParameters.Require);
        });
        // Else a missing parameter is a 400 without a word.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            ValidationFault.Shape(context);
            context.ProblemDetails.Extensions["trace_id"] = Problems.TraceId(context.HttpContext);
        });
        services.AddSingleton<MatcherPolicy, KeyPrefixPolicy>();
        services.AddSingleton<ErrorResponder>();
        services.AddExceptionHandler<UnhandledExceptionHandler>();
        services.AddScoped<CallerContext>();
        services.AddScoped<AuditTrail>();
        services.AddHttpContextAccessor();
        services.AddGuardedOutbound();
        return services;
    }
}
