using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Dialects.Dify;
using Middeck.Http.Security;
using Middeck.Knowledge.ServiceApi.Datasets;
using Middeck.Knowledge.ServiceApi.Documents;
using Middeck.Knowledge.ServiceApi.Metadata;
using Middeck.Knowledge.ServiceApi.Models;
using Middeck.Knowledge.ServiceApi.Pipelines;
using Middeck.Knowledge.ServiceApi.Retrieval;
using Middeck.Knowledge.ServiceApi.Segments;
using Middeck.Knowledge.ServiceApi.Tags;

namespace Middeck.Knowledge.ServiceApi;

/// <summary>Dify's Service API for the knowledge bases of a workspace, called with its <c>dataset-</c> key.</summary>
internal static class ServiceApiRoutes
{
    public static void MapServiceApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapDifyGroup(DifyEndpointMetadata.Dataset).RequirePermission(Permissions.Service.Knowledge);
        group.MapDatasetEndpoints();
        group.MapDatasetDocumentEndpoints();
        group.MapDocumentWriteEndpoints();
        group.MapSegmentEndpoints();
        group.MapChildSegmentEndpoints();
        group.MapDatasetRetrievalEndpoints();
        group.MapDatasetTagEndpoints();
        group.MapDatasetMetadataEndpoints();
        group.MapDatasetModelEndpoints();
        group.MapPipelineEndpoints();
    }
}
