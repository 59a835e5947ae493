import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AttachmentsField as AttachmentsField_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { ProvenanceField as ProvenanceField_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { AttachToolbarButton as AttachToolbarButton_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { BuilderField as BuilderField_a3836b20c3a95277cbc5bfbe16460db1 } from 'payload-workflows/rsc'
import { GraphDiff as GraphDiff_a3836b20c3a95277cbc5bfbe16460db1 } from 'payload-workflows/rsc'
import { BuilderToolbar as BuilderToolbar_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { BuilderNoButton as BuilderNoButton_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { Gallery as Gallery_a3836b20c3a95277cbc5bfbe16460db1 } from 'payload-workflows/rsc'
import { ExecutionStatusCell as ExecutionStatusCell_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { TestCell as TestCell_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { ExecutionFilters as ExecutionFilters_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { Monitor as Monitor_a3836b20c3a95277cbc5bfbe16460db1 } from 'payload-workflows/rsc'
import { ActiveWorkflowsAction as ActiveWorkflowsAction_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { ReviewsNavLink as ReviewsNavLink_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { WorkflowsProvider as WorkflowsProvider_ad4403dd84591b7dfd54c2bdd0a6ec2b } from 'payload-workflows/client'
import { Reviews as Reviews_a3836b20c3a95277cbc5bfbe16460db1 } from 'payload-workflows/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "payload-workflows/client#AttachmentsField": AttachmentsField_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/client#ProvenanceField": ProvenanceField_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/client#AttachToolbarButton": AttachToolbarButton_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/rsc#BuilderField": BuilderField_a3836b20c3a95277cbc5bfbe16460db1,
  "payload-workflows/rsc#GraphDiff": GraphDiff_a3836b20c3a95277cbc5bfbe16460db1,
  "payload-workflows/client#BuilderToolbar": BuilderToolbar_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/client#BuilderNoButton": BuilderNoButton_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/rsc#Gallery": Gallery_a3836b20c3a95277cbc5bfbe16460db1,
  "payload-workflows/client#ExecutionStatusCell": ExecutionStatusCell_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/client#TestCell": TestCell_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/client#ExecutionFilters": ExecutionFilters_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/rsc#Monitor": Monitor_a3836b20c3a95277cbc5bfbe16460db1,
  "payload-workflows/client#ActiveWorkflowsAction": ActiveWorkflowsAction_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/client#ReviewsNavLink": ReviewsNavLink_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/client#WorkflowsProvider": WorkflowsProvider_ad4403dd84591b7dfd54c2bdd0a6ec2b,
  "payload-workflows/rsc#Reviews": Reviews_a3836b20c3a95277cbc5bfbe16460db1,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
