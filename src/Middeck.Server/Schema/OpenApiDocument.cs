using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Middeck.Http.Security;

namespace Middeck.Server.Schema;

/// <summary>Our OpenAPI 3.1 document: made from the endpoints themselves, served at <c>/api/schema/</c> and shown at <c>/swagger/</c>.</summary>
internal static class OpenApiDocumentModule
{
    public const string Name = "middeck";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Middeck",
                // Without the build's own number, so that the document changes only when the API does.
                Version = "v1",
                Description = "The management API of Middeck and the app APIs that published apps answer.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["bearer"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "An access token, or a key: app-…, dataset-… or md-….",
                },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var permission = context.Description.ActionDescriptor.EndpointMetadata.OfType<PermissionMetadata>().LastOrDefault();
            if (permission is not null)
            {
                operation.Description = $"{operation.Description}\n\nPermission: `{permission.Name}`".Trim();
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
    });

    public static void MapOpenApiDocument(this WebApplication app, bool signedIn)
    {
        var schema = app.MapGet("/api/schema/", async (HttpContext context, CancellationToken cancellationToken) =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(await WriteAsync(app.Services, cancellationToken), cancellationToken);
        }).WithName("Schema").ExcludeFromDescription();
        if (signedIn)
        {
            schema.RequirePermission(Core.Security.Permissions.Account.Self);
        }
        else
        {
            schema.AllowAnonymous();
        }

        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "swagger";
            options.SwaggerEndpoint("/api/schema/", "Middeck");
            options.DocumentTitle = "Middeck API";
        });
        foreach (var path in new[] { "/docs", "/redoc", "/console/api/docs" })
        {
            app.MapGet(path, () => TypedResults.Redirect("/swagger/")).ExcludeFromDescription().AllowAnonymous()
                .WithName($"Docs{path.Replace('/', '_')}");
        }
    }

    public static async Task<string> WriteAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
    }
}
