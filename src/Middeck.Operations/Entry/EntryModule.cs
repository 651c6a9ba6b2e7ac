using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Middeck.Http.Configuration;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Entry.AccessLogs;
using Middeck.Operations.Entry.Certificates;
using Middeck.Operations.Entry.Limits;
using Middeck.Operations.Entry.Listening;
using Middeck.Operations.Entry.Networks;
using Middeck.Operations.Entry.Pages;
using Middeck.Operations.Entry.Proxy;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;

namespace Middeck.Operations.Entry;

/// <summary>The one door to the platform and the services beside it. Only the platform's process loads it.</summary>
public static class EntryModule
{
    /// <summary>Registers the entry. Register an <see cref="IEntryCatalogue"/> before it, or there are no services.</summary>
    public static IServiceCollection AddEntry(this IServiceCollection services)
    {
        services.AddRoomOptions<EntryOptions>(EntryOptions.Section);
        services.TryAddSingleton<IEntryCatalogue>(new CatalogueOfFile("", () => ServiceCatalogue.Empty));
        services.AddProxy();
        services.AddSingleton<ServicePorts>();
        services.AddSingleton<ServiceRoutes>();
        services.AddSingleton<ServiceForwarding>();
        services.AddSingleton<TargetErrors>();
        services.AddSingleton<EntryRefusals>();
        services.AddSingleton<MaintenanceSwitch>();
        services.AddSingleton<SecureTransport>();
        services.AddSingleton<AddressLimit>();
        services.AddSingleton<UserLimit>();
        services.AddSingleton<CertificateSource>();
        services.AddSingleton<AccessLog>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessLog>());
        services.AddHostedService<CatalogueWatch>();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        });
        services.AddHealthChecks();
        services.AddOptions<HealthCheckServiceOptions>().Configure<IOptions<EntryOptions>>((checks, entry) =>
        {
            if (entry.Value.Tls != EntryTls.Off)
            {
                checks.Registrations.Add(new HealthCheckRegistration(
                    CertificateHealth.Name, ActivatorUtilities.GetServiceOrCreateInstance<CertificateHealth>, failureStatus: null, tags: null));
            }
        });
        return services;
    }

    /// <summary>Puts the entry before everything else.</summary>
    public static IApplicationBuilder UseEntry(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<EntryOptions>>().Value;
        if (options.TrustedProxies.Length > 0)
        {
            app.UseForwardedHeaders(BelievedHeaders(options));
        }

        app.ApplicationServices.GetRequiredService<ServiceRoutes>().Open(app.ApplicationServices);
        app.UseMiddleware<EntryGate>();
        return options.Compress ? app.UseResponseCompression() : app;
    }

    /// <summary>Counts the requests of each person and key; after authentication.</summary>
    public static IApplicationBuilder UseUserLimit(this IApplicationBuilder app) => app.UseMiddleware<UserLimit>();

    private static void AddProxy(this IServiceCollection services)
    {
        services.AddReverseProxy();
        services.AddSingleton<ProxyConfig>();
        services.AddSingleton<IProxyConfigProvider>(provider => provider.GetRequiredService<ProxyConfig>());
        services.AddSingleton<IActiveHealthCheckPolicy, TargetHealth>();
        services.AddSingleton<IProbingRequestFactory, TargetQuestion>();
        // The proxy brings it for a kind of cookie that we do not use, and it would put keys into the user's home folder.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Assembly == typeof(EphemeralDataProtectionProvider).Assembly));
    }

    private static ForwardedHeadersOptions BelievedHeaders(EntryOptions options)
    {
        var believed = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // Every proxy of the list adds itself; the first address that is not on it is the client's.
            ForwardLimit = null,
        };
        believed.KnownProxies.Clear();
        believed.KnownIPNetworks.Clear();
        foreach (var network in NetworkList.Of(options.TrustedProxies).Networks)
        {
            believed.KnownIPNetworks.Add(network);
        }

        return believed;
    }
}
