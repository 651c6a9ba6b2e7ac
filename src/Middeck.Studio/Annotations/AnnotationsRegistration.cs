using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs;
using Middeck.Studio.Annotations.Transfer;
using Middeck.Studio.Answering;

namespace Middeck.Studio.Annotations;

internal static class AnnotationsRegistration
{
    public static IServiceCollection AddAnnotations(this IServiceCollection services)
    {
        services.AddSingleton<AnnotationStore>();
        services.AddSingleton<AnnotationHitStore>();
        services.AddSingleton<AnnotationReplyStore>();
        services.AddSingleton<AnnotationImportStore>();
        services.AddHosted<AnnotationIndexes>();
        services.AddSingleton<AnnotationWriter>();
        services.AddSingleton<AnnotationReplyService>();
        services.AddScoped<AnnotationService>();
        services.AddScoped<AnnotationTransferService>();
        services.AddSingleton<IShortcut, AnnotationShortcut>();
        services.AddJobHandler<EmbedAnnotationsJob>(EmbedAnnotationsJob.Kind);
        services.AddJobHandler<ImportAnnotationsJob>(ImportAnnotationsJob.Kind);
        return services;
    }
}
